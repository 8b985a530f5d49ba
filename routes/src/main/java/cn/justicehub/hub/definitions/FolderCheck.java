package cn.justicehub.hub.definitions;

import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.api.loading.DefinitionFaults;
import cn.justicehub.api.loading.ExampleRun;
import cn.justicehub.api.loading.ExchangeTypeLoader;
import cn.justicehub.api.loading.Fault;
import cn.justicehub.api.loading.FolderContent;
import cn.justicehub.connectors.agency.Agency;
import cn.justicehub.connectors.agency.AgencyFaults;
import cn.justicehub.connectors.agency.AgencyFolder;
import cn.justicehub.connectors.agency.AgencyLoader;
import cn.justicehub.hub.time.BusinessClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Folders of an operator, checked without a hub: everything that is wrong with each, and whether a type's examples hold. */
public final class FolderCheck {

    private static final String TYPE = "type.yaml";
    private static final String AGENCY = "agency.yaml";

    private FolderCheck() {}

    /**
     * What was found of one folder.
     *
     * @param folder its name
     * @param summaryZh what it is, for staff
     * @param faults everything wrong with it; empty when nothing is
     */
    public record Result(String folder, String summaryZh, List<String> faults) {

        public Result {
            faults = List.copyOf(faults);
        }
    }

    /**
     * Checks a folder, or each folder in it.
     *
     * @return one result for each type and agency, by name; empty when there is none
     * @throws UncheckedIOException when it cannot be read
     */
    public static List<Result> of(Path folder) {
        Path whole = folder.toAbsolutePath().normalize();
        if (isDefinition(whole)) {
            return List.of(check(whole));
        }
        try (Stream<Path> inside = Files.list(whole)) {
            return inside.filter(FolderCheck::isDefinition)
                    .sorted()
                    .map(FolderCheck::check)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isDefinition(Path folder) {
        return Files.isRegularFile(folder.resolve(TYPE)) || Files.isRegularFile(folder.resolve(AGENCY));
    }

    private static Result check(Path folder) {
        return Files.isRegularFile(folder.resolve(TYPE)) ? type(folder) : agency(folder);
    }

    private static Result type(Path folder) {
        String name = String.valueOf(folder.getFileName());
        FolderContent content = FolderContent.ofDirectory(folder);
        try {
            ExchangeType type = new ExchangeTypeLoader(Clock.system(BusinessClock.ZONE)).load(content);
            List<String> faults = new ArrayList<>();
            if (!type.name().equals(name)) {
                faults.add(TYPE + "#/name: is not the folder's name");
            }
            ExampleRun.Report examples = ExampleRun.of(type, content);
            examples.faults().forEach(fault -> faults.add(fault.toString()));
            return new Result(
                    name,
                    "交换事项" + type.name() + "第" + type.version() + "版，"
                            + type.acts().size() + "个动作，"
                            + type.clocks().size() + "个时限；示例：应受理" + examples.accept() + "个，应拒绝" + examples.reject()
                            + "个",
                    faults);
        } catch (DefinitionFaults faults) {
            return new Result(
                    name,
                    "交换事项，无法使用",
                    faults.faults().stream().map(Fault::toString).toList());
        }
    }

    private static Result agency(Path folder) {
        String name = String.valueOf(folder.getFileName());
        try {
            Agency agency = new AgencyLoader(false).load(AgencyFolder.read(folder));
            return new Result(name, "机构" + agency.code() + "（" + agency.nameZh() + "）", List.of());
        } catch (AgencyFaults faults) {
            return new Result(
                    name,
                    "机构，无法使用",
                    faults.faults().stream().map(AgencyFaults.Fault::toString).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

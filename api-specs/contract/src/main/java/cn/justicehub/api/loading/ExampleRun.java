package cn.justicehub.api.loading;

import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.api.definition.GuardFault;
import cn.justicehub.api.violation.Findings;
import cn.justicehub.api.violation.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Plays the examples of a type's folder: what is to be accepted has to be, with the warnings it names, and what is to be
 * rejected has to be for exactly the reasons that it names.
 */
public final class ExampleRun {

    private final ExchangeType type;
    private final List<Fault> faults = new ArrayList<>();

    private ExampleRun(ExchangeType type) {
        this.type = type;
    }

    /**
     * What came of it.
     *
     * @param accept how many examples are to be accepted
     * @param reject how many are to be rejected
     * @param faults what was otherwise
     */
    public record Report(int accept, int reject, List<Fault> faults) {

        public Report {
            faults = List.copyOf(faults);
        }
    }

    /**
     * Plays them all.
     *
     * @param type as loaded from the folder
     */
    public static Report of(ExchangeType type, FolderContent folder) {
        ExampleRun run = new ExampleRun(type);
        List<Example> accept =
                Example.of(folder, "accept", type.acts().keySet()).toList();
        List<Example> reject =
                Example.of(folder, "reject", type.acts().keySet()).toList();
        accept.forEach(example -> run.play(example, true));
        reject.forEach(example -> run.play(example, false));
        return new Report(accept.size(), reject.size(), run.faults);
    }

    private void play(Example example, boolean accepts) {
        if (!example.payload().isObject()) {
            faults.add(new Fault(example.path(), "", "is not JSON with a 'payload'"));
            return;
        }
        try {
            Findings findings = example.judge(type);
            compare(example, "expect", accepts ? List.of() : expected(example), reasons(findings));
            if (accepts) {
                compare(example, "warnings", texts(example.content().path("warnings")), findings.warnings());
            }
        } catch (GuardFault fault) {
            faults.add(new Fault(example.path(), "", "a condition cannot be evaluated: " + fault.getMessage()));
        }
    }

    private void compare(Example example, String member, List<String> expected, List<String> found) {
        if (!new TreeSet<>(expected).equals(new TreeSet<>(found))) {
            faults.add(new Fault(example.path(), "/" + member, "expected " + expected + ", but found " + found));
        }
    }

    private static List<String> reasons(Findings findings) {
        return findings.violations().stream()
                .map((Violation violation) -> violation.code() + " " + violation.field())
                .toList();
    }

    private static List<String> expected(Example example) {
        return example.content()
                .path("expect")
                .valueStream()
                .map(one ->
                        one.path("code").asString("") + " " + one.path("field").asString(""))
                .toList();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(text -> text.asString("")).toList();
    }
}

package cn.justicehub.hub.testing;

import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.api.loading.BuiltInTypes;
import cn.justicehub.api.loading.DefinitionFaults;
import cn.justicehub.api.loading.ExchangeTypeLoader;
import cn.justicehub.api.openapi.TypeDefinition;
import cn.justicehub.connectors.agency.Agency;
import cn.justicehub.connectors.agency.AgencyDirectory;
import cn.justicehub.connectors.agency.AgencyFaults;
import cn.justicehub.connectors.agency.Channel;
import cn.justicehub.connectors.agency.Limits;
import cn.justicehub.connectors.agency.SignaturePolicy;
import cn.justicehub.hub.definitions.Catalogue;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Defence notices between a police body, a centre that fetches and a firm that is sent to. */
public final class FakeCatalogue implements Catalogue {

    public static final String POLICE = "police-01";
    public static final String CENTRE = "centre-01";
    public static final String FIRM = "firm-01";

    private static final TypeDefinition DEFINITION = notice();
    private static final ExchangeType NOTICE = DEFINITION.type();

    private static TypeDefinition notice() {
        try {
            return TypeDefinition.load(
                    new ExchangeTypeLoader(Clock.systemUTC()), BuiltInTypes.content("defence-notice"));
        } catch (DefinitionFaults faults) {
            throw new AssertionError(faults);
        }
    }

    private static Agency agency(String code, String uscc, String role, Channel channel) {
        return new Agency(
                code,
                code,
                uscc,
                Set.of(role),
                "DISTRICT",
                channel,
                SignaturePolicy.OPTIONAL,
                List.of(),
                Limits.DEFAULT,
                List.of(),
                "0".repeat(64));
    }

    @Override
    public @Nullable ExchangeType active(String name) {
        return name.equals(NOTICE.name()) ? NOTICE : null;
    }

    @Override
    public Collection<ExchangeType> active() {
        return List.of(NOTICE);
    }

    @Override
    public ExchangeType pinned(String digest) {
        return NOTICE;
    }

    @Override
    public TypeDefinition definition(String digest) {
        return DEFINITION;
    }

    @Override
    public AgencyDirectory agencies() {
        Channel pull = new Channel.Pull(Duration.ofHours(1));
        Channel push = new Channel.Push(
                URI.create("https://firm.invalid/in"), List.of(), Duration.ofSeconds(1), Duration.ofSeconds(2));
        try {
            return AgencyDirectory.of(List.of(
                    agency(POLICE, "11690106MTEX00003A", "police", pull),
                    agency(CENTRE, "12690106MTEX00002X", "legal-aid-centre", pull),
                    agency(FIRM, "31690106MTEX00001U", "law-firm", push)));
        } catch (AgencyFaults faults) {
            throw new AssertionError(faults);
        }
    }
}

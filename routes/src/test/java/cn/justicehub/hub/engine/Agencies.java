package cn.justicehub.hub.engine;

import cn.justicehub.hub.engine.ActRequest.Sender;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Agencies of the tests. Credit codes are synthetic; their province does not exist. */
record Agencies(List<Known> all) implements ActRequest.Agencies {

    record Known(String code, String role, String level, String uscc) {

        Sender sender() {
            return new Sender(code, Set.of(role), level);
        }
    }

    static final Known COURT = new Known("court-01", "court", "DISTRICT", "11690106MTEX000047");
    static final Known POLICE = new Known("police-01", "police", "DISTRICT", "11690106MTEX00003A");
    static final Known CENTRE = new Known("centre-01", "legal-aid-centre", "DISTRICT", "12690106MTEX00002X");
    static final Known FIRM = new Known("firm-01", "law-firm", "", "31690106MTEX00001U");
    static final Known OTHER_FIRM = new Known("firm-02", "law-firm", "", "31690106MTEX000099");

    static final Known HUB = new Known(Sender.HUB, "hub", "", "");

    static final Agencies ALL = new Agencies(List.of(COURT, POLICE, CENTRE, FIRM, OTHER_FIRM));

    @Override
    public List<String> withRole(Set<String> roles) {
        return all.stream()
                .filter(agency -> roles.contains(agency.role()))
                .map(Known::code)
                .toList();
    }

    @Override
    public @Nullable String withUscc(String uscc, Set<String> roles) {
        return all.stream()
                .filter(agency -> agency.uscc().equals(uscc))
                .filter(agency -> !Collections.disjoint(Set.of(agency.role()), roles))
                .map(Known::code)
                .findFirst()
                .orElse(null);
    }

    Sender sender(String code) {
        return all.stream()
                .filter(agency -> agency.code().equals(code))
                .map(Known::sender)
                .findFirst()
                .orElseGet(() -> Objects.requireNonNull(code.equals(Sender.HUB) ? Sender.hub() : null));
    }
}

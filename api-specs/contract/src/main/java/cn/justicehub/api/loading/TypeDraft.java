package cn.justicehub.api.loading;

import cn.justicehub.api.definition.Act;
import cn.justicehub.api.definition.ClockRule.Count;
import cn.justicehub.api.definition.ClockRule.Due;
import cn.justicehub.api.definition.ClockRule.Start;
import cn.justicehub.api.definition.ClockRule.Step;
import cn.justicehub.api.definition.From;
import cn.justicehub.api.definition.Identity;
import cn.justicehub.api.definition.Into;
import cn.justicehub.api.definition.Party;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code type.yaml} as read: every member has its form, nothing has been compared with anything else yet. */
record TypeDraft(
        String name,
        int version,
        Identity identity,
        Map<String, Party> parties,
        Set<String> keys,
        Set<String> sensitive,
        Set<String> ended,
        Map<String, ActDraft> acts,
        Map<String, ClockDraft> clocks) {

    static final String FILE = "type.yaml";

    /** Where an act is written, and what it says. */
    record ActDraft(
            Section at,
            String name,
            String exchangeCode,
            Set<String> by,
            Set<String> to,
            From from,
            Into into,
            boolean person,
            @Nullable String notBy,
            List<GuardDraft> when,
            @Nullable String flag,
            Act.@Nullable FlagByCode flagByCode,
            boolean quorum,
            Act.@Nullable Extension extension,
            Set<String> releases) {

        boolean opens() {
            return from instanceof From.Opening;
        }
    }

    record GuardDraft(Section at, String expression, String code, String messageZh, String message, boolean warning) {}

    record ClockDraft(
            Section at,
            String name,
            String owes,
            Start start,
            Set<String> stop,
            Set<String> pause,
            Count count,
            @Nullable String unless,
            Due due,
            List<Step> ladder,
            String article,
            String mark,
            LocalDate validFrom) {}
}

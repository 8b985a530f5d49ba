package cn.justicehub.connectors.sandbox;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The court: sends notices of defence, and registers the lawyer whom the centre names. */
public final class SimulatedCourt implements Script {

    /**
     * A defendant, invented (province 69 does not exist).
     *
     * @param name name
     * @param idNo resident identity number
     * @param minor whether under eighteen at the time of the proceedings
     * @param disability codes of CL-DIS
     */
    public record Defendant(String name, String idNo, boolean minor, List<String> disability) {

        public static final Defendant JIA = new Defendant("测试甲", "690106198503120011", false, List.of("HEARING"));
        public static final Defendant YI = new Defendant("测试乙", "69010619900228002X", false, List.of("SPEECH"));
        public static final Defendant WU = new Defendant("测试戊", "690106197707070058", false, List.of("VISUAL"));
        public static final Defendant GENG = new Defendant("测试庚", "690106199512310073", false, List.of("HEARING"));

        public Defendant {
            disability = List.copyOf(disability);
        }
    }

    /**
     * A hearing that is fixed.
     *
     * @param procedure a code of CL-PROCEDURE, such as {@code ORDINARY}
     */
    public record Hearing(OffsetDateTime at, String place, String procedure) {}

    @Override
    public List<Act> react(Inbound message, ExchangeView exchange) {
        return SimulatedNotifier.COURT.react(message, exchange);
    }

    /**
     * A notice of defence at first instance for a defendant with a disability (ground 02, 刑诉法35).
     *
     * @param serial number of case and notice, from 1
     * @param discoveredAt when the ground was found
     * @param hearing null while none is fixed
     */
    public static Act notice(int serial, Defendant defendant, LocalDate discoveredAt, @Nullable Hearing hearing) {
        return SimulatedNotifier.COURT.notice(serial, defendant, discoveredAt, hearing);
    }
}

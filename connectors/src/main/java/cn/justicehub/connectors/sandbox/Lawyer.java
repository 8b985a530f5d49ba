package cn.justicehub.connectors.sandbox;

import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A lawyer whom the simulated centre can assign. Invented: no licence is issued in province 69.
 *
 * @param name name
 * @param licenceNo licence number, 17 digits
 * @param firmUscc the firm's credit code
 * @param phone where to reach the lawyer
 * @param practiceSince first day in practice, from the register
 * @param criminalYears full years of criminal defence, from the register
 */
public record Lawyer(
        String name, String licenceNo, String firmUscc, String phone, LocalDate practiceSince, int criminalYears) {

    public static final Lawyer FIRST = new Lawyer(
            "测试律师一", "16901201210000001", SandboxAgency.FIRM.uscc(), "0431-00000001", LocalDate.of(2012, 7, 1), 9);
    public static final Lawyer SECOND = new Lawyer(
            "测试律师二", "16901201511000002", SandboxAgency.FIRM.uscc(), "0431-00000002", LocalDate.of(2015, 9, 1), 6);

    public static final List<Lawyer> ROSTER = List.of(FIRST, SECOND);

    /** As the exchange type's messages name a lawyer. */
    JsonNode json() {
        return Json.object()
                .put("name", name)
                .put("licenceNo", licenceNo)
                .put("firmUscc", firmUscc)
                .put("phone", phone)
                .put("practiceSince", practiceSince.toString())
                .put("criminalYears", criminalYears);
    }
}

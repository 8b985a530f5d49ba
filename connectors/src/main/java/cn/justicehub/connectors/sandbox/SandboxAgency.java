package cn.justicehub.connectors.sandbox;

import java.util.List;

/**
 * A simulated agency. Codes are valid in their check characters and belong to nobody (province 69 does not exist).
 *
 * @param code agency code
 * @param nameZh what bureau staff read
 * @param uscc unified social credit code
 * @param role its one role
 * @param level {@code DISTRICT} or empty
 * @param scope OAuth scopes that it asks for, separated by blanks
 */
public record SandboxAgency(String code, String nameZh, String uscc, String role, String level, String scope) {

    private static final String EXCHANGE = "exchange:write exchange:read";

    public static final SandboxAgency COURT =
            new SandboxAgency("court-220106", "绿园区人民法院（沙箱）", "11690106MTEX00011Y", "court", "DISTRICT", EXCHANGE);
    public static final SandboxAgency CENTRE = new SandboxAgency(
            "lac-220106", "绿园区法律援助中心（沙箱）", "12690106MTEX00012Y", "legal-aid-centre", "DISTRICT", EXCHANGE);
    public static final SandboxAgency FIRM =
            new SandboxAgency("firm-220106-01", "测试律所", "31690106MTEX00001U", "law-firm", "", EXCHANGE);
    public static final SandboxAgency AUDITOR =
            new SandboxAgency("auditor-220106", "审计员（沙箱）", "11690106MTEX000135", "auditor", "", "hub:audit");
    public static final SandboxAgency BUREAU =
            new SandboxAgency("bureau-220106", "绿园区司法局（沙箱）", "11690106MTEX000148", "operator", "DISTRICT", "hub:admin");

    public static final SandboxAgency PROCURATORATE = new SandboxAgency(
            "procuratorate-220106", "绿园区人民检察院（沙箱）", "11690106MTEX00015B", "procuratorate", "DISTRICT", EXCHANGE);
    public static final SandboxAgency POLICE =
            new SandboxAgency("police-220106", "绿园区公安分局（沙箱）", "11690106MTEX00016E", "police", "DISTRICT", EXCHANGE);
    public static final SandboxAgency NOTARY =
            new SandboxAgency("notary-220106-01", "绿园公证处（沙箱）", "12690106MTEX00017E", "notary-office", "", EXCHANGE);
    public static final SandboxAgency CIVIL_AFFAIRS = new SandboxAgency(
            "civil-220106", "绿园区民政局（沙箱）", "11690106MTEX00018L", "civil-affairs", "DISTRICT", EXCHANGE);
    public static final SandboxAgency HUMAN_RESOURCES = new SandboxAgency(
            "hr-220106", "绿园区人力资源和社会保障局（沙箱）", "11690106MTEX00019P", "human-resources", "DISTRICT", EXCHANGE);
    public static final SandboxAgency MEDIATION = new SandboxAgency(
            "mediation-220106-01", "绿园区人民调解委员会（沙箱）", "52690106MTEX0001AK", "mediation-committee", "", EXCHANGE);

    public static final SandboxAgency PETITION = new SandboxAgency(
            "petition-220106", "绿园区信访局（沙箱）", "11690106MTEX0001BX", "petition-office", "DISTRICT", EXCHANGE);
    public static final SandboxAgency HOTLINE =
            new SandboxAgency("hotline-220106", "12348热线（沙箱）", "12690106MTEX0001CX", "hotline", "DISTRICT", EXCHANGE);

    public static final List<SandboxAgency> ALL = List.of(
            COURT,
            PROCURATORATE,
            POLICE,
            CENTRE,
            FIRM,
            NOTARY,
            CIVIL_AFFAIRS,
            HUMAN_RESOURCES,
            MEDIATION,
            PETITION,
            HOTLINE,
            AUDITOR,
            BUREAU);

    /** Whether it takes part in exchanges, and so signs what it sends. */
    boolean takesPart() {
        return scope.equals(EXCHANGE);
    }
}

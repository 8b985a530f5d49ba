package cn.justicehub.connectors.agency;

import java.util.List;
import java.util.Set;

/**
 * A participating body (机构), as its folder describes it.
 *
 * @param code short name, {@code [a-z][a-z0-9-]{1,39}}, the same as its folder's
 * @param nameZh name that bureau staff read
 * @param uscc unified social credit code, 18 characters (GB 32100)
 * @param roles what it takes part as; one or more of {@link #ROLES}
 * @param level {@code PROVINCE}, {@code CITY}, {@code DISTRICT} or empty where rank means nothing
 * @param channel how messages reach it
 * @param signaturePolicy whether its messages must be signed
 * @param signers certificates whose keys may sign for it
 * @param limits how much it may have in progress at the hub at once
 * @param credentials OAuth clients that act for it
 * @param digest SHA-256 of the folder, 64 lower-case hexadecimal digits
 */
public record Agency(
        String code,
        String nameZh,
        String uscc,
        Set<String> roles,
        String level,
        Channel channel,
        SignaturePolicy signaturePolicy,
        List<Signer> signers,
        Limits limits,
        List<Credential> credentials,
        String digest) {

    public static final String OPERATOR = "operator";
    public static final String AUDITOR = "auditor";

    /** Every role there is; {@link #OPERATOR} and {@link #AUDITOR} never meet in one agency. */
    public static final Set<String> ROLES = Set.of(
            "court",
            "procuratorate",
            "police",
            "legal-aid-centre",
            "law-firm",
            "notary-office",
            "civil-affairs",
            "human-resources",
            "mediation-committee",
            "petition-office",
            "hotline",
            OPERATOR,
            AUDITOR);

    public Agency {
        roles = Set.copyOf(roles);
        signers = List.copyOf(signers);
        credentials = List.copyOf(credentials);
    }

    public boolean has(String role) {
        return roles.contains(role);
    }
}

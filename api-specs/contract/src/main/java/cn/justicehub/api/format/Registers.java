package cn.justicehub.api.format;

import java.util.Set;

/**
 * The open lists that formats only warn about: they grow by notices, so an unknown entry is no error.
 *
 * @param provinces first two digits of division codes (GB/T 2260), with 81, 82, 83 for residence permits of people from
 *     Hong Kong, Macao and Taiwan
 * @param usccKinds first two characters of unified social credit codes
 * @param caseTypes type codes of court case numbers (法〔2018〕335号), without a special court's own mark
 */
public record Registers(Set<String> provinces, Set<String> usccKinds, Set<String> caseTypes) {

    public Registers {
        provinces = Set.copyOf(provinces);
        usccKinds = Set.copyOf(usccKinds);
        caseTypes = Set.copyOf(caseTypes);
    }
}

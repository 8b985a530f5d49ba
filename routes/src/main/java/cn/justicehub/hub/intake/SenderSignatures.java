package cn.justicehub.hub.intake;

import cn.justicehub.api.violation.Violation;
import cn.justicehub.connectors.agency.SignaturePolicy;
import cn.justicehub.connectors.agency.Signer;
import cn.justicehub.ledger.json.Jcs;
import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.json.JsonNumber;
import cn.justicehub.ledger.json.JsonObject;
import cn.justicehub.ledger.json.JsonString;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Checks what a sender signed, where the agency's policy asks for it or a signature is there. */
@Component
final class SenderSignatures {

    private final InstantSource realTime;

    SenderSignatures(InstantSource realTime) {
        this.realTime = realTime;
    }

    /** Violations E-SIG or E-CERT; none when the signature is good, or neither there nor asked for. */
    List<Violation> check(Admitted admitted) {
        String signature = admitted.read().envelope().signature();
        if (signature == null) {
            boolean required = admitted.sender().signaturePolicy() == SignaturePolicy.REQUIRED;
            return required
                    ? List.of(
                            Violation.of("E-SIG", "/signature", "本机构报文须附签名", "messages of this agency must be signed"))
                    : List.of();
        }
        return verify(admitted, signature);
    }

    private List<Violation> verify(Admitted admitted, String signature) {
        byte[] cms;
        try {
            cms = Base64.getDecoder().decode(signature);
        } catch (IllegalArgumentException e) {
            return bad();
        }
        List<Signer> signers = admitted.sender().signers();
        CmsCheck.Verdict verdict = CmsCheck.verify(cms, signedBytes(admitted), signers, realTime.instant());
        if (verdict == CmsCheck.Verdict.GOOD) {
            return List.of();
        }
        return verdict == CmsCheck.Verdict.CERTIFICATE
                ? List.of(Violation.of(
                        "E-CERT",
                        "/signature",
                        "签名证书不属于本机构，或已过期、已吊销",
                        "the signer's certificate is not the agency's, expired or revoked"))
                : bad();
    }

    private static List<Violation> bad() {
        return List.of(Violation.of(
                "E-SIG", "/signature", "签名与报文内容或所办动作不符", "the signature is not over this message and act"));
    }

    /** JCS of {type, act, exchangeId (left out when opening), sender, schemaVersion, body without its signature}. */
    static byte[] signedBytes(Admitted admitted) {
        Map<String, Json> members = new HashMap<>();
        members.put("type", new JsonString(admitted.type().name()));
        members.put("act", new JsonString(admitted.act().name()));
        UUID exchangeId = admitted.read().incoming().exchangeId();
        if (exchangeId != null) {
            members.put("exchangeId", new JsonString(exchangeId.toString()));
        }
        members.put("sender", new JsonString(admitted.sender().code()));
        members.put("schemaVersion", new JsonNumber(admitted.type().version()));
        members.put("body", admitted.read().envelope().body().without("signature"));
        return Jcs.encode(new JsonObject(members));
    }
}

package cn.justicehub.ledger.note;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;

/** The curve of GB/T 32918.5 and the fixed choices of this ledger: plain r‖s, SM3, the default user id. */
final class Sm2 {
    /** Bouncy Castle's own arithmetic for this prime; the generic named curve signs several times slower. */
    static final ECDomainParameters CURVE = curve();

    private static final byte[] USER_ID = "1234567812345678".getBytes(StandardCharsets.US_ASCII);

    private Sm2() {}

    static SM2Signer signer(boolean forSigning, CipherParameters key) {
        SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
        signer.init(forSigning, new ParametersWithID(key, USER_ID));
        return signer;
    }

    private static ECDomainParameters curve() {
        X9ECParameters named = CustomNamedCurves.getByName("sm2p256v1");
        return new ECDomainParameters(named.getCurve(), named.getG(), named.getN(), named.getH());
    }
}

package cn.justicehub.hub.intake;

import cn.justicehub.connectors.agency.Signer;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.jspecify.annotations.Nullable;

/** Verifies a detached CMS signature (RFC 5652): SM2 with SM3, or ECDSA with SHA-256. */
final class CmsCheck {

    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private static final String SM3 = "1.2.156.10197.1.401";
    private static final String SHA256 = "2.16.840.1.101.3.4.2.1";

    /** Which digest goes with SM2-with-SM3 and ECDSA-with-SHA256, and with the plain key algorithms that some write. */
    private static final Map<String, String> PAIRS = Map.of(
            "1.2.156.10197.1.501", SM3,
            "1.2.156.10197.1.301.1", SM3,
            "1.2.840.10045.4.3.2", SHA256,
            "1.2.840.10045.2.1", SHA256);

    private CmsCheck() {}

    enum Verdict {
        GOOD,
        /** Malformed, or over other bytes. */
        SIGNATURE,
        /** By nobody who may sign for the agency at this time. */
        CERTIFICATE
    }

    /**
     * Verifies a signature.
     *
     * @param cms DER of the SignedData
     * @param content the signed bytes
     * @param signers who may sign
     * @param now real time, against which validity and revocation are judged
     */
    static Verdict verify(byte[] cms, byte[] content, List<Signer> signers, Instant now) {
        try {
            CMSSignedData signed = new CMSSignedData(new CMSProcessableByteArray(content), cms);
            List<SignerInformation> infos =
                    new ArrayList<>(signed.getSignerInfos().getSigners());
            if (!signed.isDetachedSignature() || infos.size() != 1) {
                return Verdict.SIGNATURE;
            }
            return verify(infos.get(0), signers, now);
        } catch (CMSException | OperatorCreationException | CertificateEncodingException | RuntimeException e) {
            return Verdict.SIGNATURE;
        }
    }

    private static Verdict verify(SignerInformation info, List<Signer> signers, Instant now)
            throws CMSException, OperatorCreationException, CertificateEncodingException {
        if (!PAIRS.getOrDefault(info.getEncryptionAlgOID(), "").equals(info.getDigestAlgOID())) {
            return Verdict.SIGNATURE;
        }
        Signer signer = named(info, signers);
        if (signer == null || !usable(signer, now)) {
            return Verdict.CERTIFICATE;
        }
        SignerInformationVerifier verifier = new JcaSimpleSignerInfoVerifierBuilder()
                .setProvider(PROVIDER)
                .build(signer.certificate().getPublicKey());
        return info.verify(verifier) ? Verdict.GOOD : Verdict.SIGNATURE;
    }

    private static @Nullable Signer named(SignerInformation info, List<Signer> signers)
            throws CertificateEncodingException {
        for (Signer signer : signers) {
            X509CertificateHolder holder = new JcaX509CertificateHolder(signer.certificate());
            if (info.getSID().match(holder)) {
                return signer;
            }
        }
        return null;
    }

    private static boolean usable(Signer signer, Instant now) {
        X509Certificate certificate = signer.certificate();
        Date at = Date.from(now);
        boolean valid = !at.before(certificate.getNotBefore()) && !at.after(certificate.getNotAfter());
        Instant revoked = signer.revokedAt();
        return valid && (revoked == null || now.isBefore(revoked));
    }
}

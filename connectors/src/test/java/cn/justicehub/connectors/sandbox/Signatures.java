package cn.justicehub.connectors.sandbox;

import java.security.cert.X509Certificate;
import java.util.Collection;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Checks detached signatures as a receiver would. */
final class Signatures {

    private Signatures() {}

    static boolean valid(byte[] content, byte[] cms, X509Certificate certificate) throws Exception {
        Collection<SignerInformation> signers = new CMSSignedData(new CMSProcessableByteArray(content), cms)
                .getSignerInfos()
                .getSigners();
        if (signers.size() != 1) {
            return false;
        }
        try {
            return signers.iterator()
                    .next()
                    .verify(new JcaSimpleSignerInfoVerifierBuilder()
                            .setProvider(new BouncyCastleProvider())
                            .build(certificate));
        } catch (org.bouncycastle.cms.CMSSignerDigestMismatchException otherContent) {
            return false;
        }
    }
}

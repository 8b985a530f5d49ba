package cn.justicehub.connectors.agency;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jce.spec.ECNamedCurveSpec;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/** Reads the {@code signers/*.pem} of a folder: one certificate each, of a key that the hub can check signatures with. */
final class SignerFiles {

    static final String FOLDER = "signers/";

    private static final Provider BC = new BouncyCastleProvider();
    private static final Set<String> CURVES = Set.of("sm2p256v1", "prime256v1", "secp256r1", "P-256");

    private SignerFiles() {}

    static boolean isSigner(String path) {
        return path.matches("signers/[A-Za-z0-9._-]+\\.pem");
    }

    static List<Signer> read(AgencyFolder folder, Section revoked, FaultLog faults) {
        Map<String, Instant> revocations = revocations(folder, revoked);
        List<Signer> signers = new ArrayList<>();
        folder.files().forEach((path, bytes) -> {
            if (isSigner(path)) {
                certificate(bytes, faults.at(folder.name() + "/" + path))
                        .ifPresent(certificate -> signers.add(new Signer(certificate, revocations.get(path))));
            }
        });
        return signers;
    }

    private static Map<String, Instant> revocations(AgencyFolder folder, Section revoked) {
        Map<String, Instant> revocations = new HashMap<>();
        for (String file : revoked.names()) {
            OffsetDateTime at = revoked.time(file);
            if (!folder.files().containsKey(FOLDER + file)) {
                revoked.fault(file, "names no file in " + FOLDER);
            } else if (at != null) {
                revocations.put(FOLDER + file, at.toInstant());
            }
        }
        return revocations;
    }

    private static Optional<X509Certificate> certificate(byte[] pem, FaultLog faults) {
        try (PemReader reader = new PemReader(new StringReader(new String(pem, StandardCharsets.US_ASCII)))) {
            PemObject block = reader.readPemObject();
            if (block == null || !block.getType().equals("CERTIFICATE")) {
                faults.add("", "must be one PEM block of type CERTIFICATE; a private key has no place here");
                return Optional.empty();
            }
            if (reader.readPemObject() != null) {
                faults.add("", "must hold a single certificate");
                return Optional.empty();
            }
            return checked(block.getContent(), faults);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            faults.add("", "is not a readable certificate in PEM form");
            return Optional.empty();
        }
    }

    private static Optional<X509Certificate> checked(byte[] der, FaultLog faults) throws GeneralSecurityException {
        X509Certificate certificate = (X509Certificate)
                CertificateFactory.getInstance("X.509", BC).generateCertificate(new ByteArrayInputStream(der));
        if (certificate.getPublicKey() instanceof ECPublicKey key
                && key.getParams() instanceof ECNamedCurveSpec curve
                && CURVES.contains(curve.getName())) {
            return Optional.of(certificate);
        }
        faults.add("", "must certify an SM2 key or an ECDSA key on P-256");
        return Optional.empty();
    }
}

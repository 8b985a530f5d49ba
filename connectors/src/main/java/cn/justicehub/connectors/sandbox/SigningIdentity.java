package cn.justicehub.connectors.sandbox;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * The SM2 key pair and self-signed certificate with which an agency signs what it sends.
 *
 * @param key the private key
 * @param certificate what goes into the agency's {@code signers/} folder at the hub
 */
public record SigningIdentity(PrivateKey key, X509Certificate certificate) {

    private static final Provider BC = new BouncyCastleProvider();
    private static final String ALGORITHM = "SM3withSM2";
    private static final Duration AHEAD = Duration.ofDays(10 * 365);
    private static final Duration BEHIND = Duration.ofDays(2 * 365);

    /** Makes a new pair, valid from two years before {@code now}, for demonstrations play earlier dates, until ten years after. */
    public static SigningIdentity create(String code, String nameZh, Instant now) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", BC);
            generator.initialize(new ECGenParameterSpec("sm2p256v1"), new SecureRandom());
            KeyPair pair = generator.generateKeyPair();
            return new SigningIdentity(pair.getPrivate(), selfSigned(pair, code, nameZh, now));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("no SM2 key pair could be made", e);
        }
    }

    /** Reads the pair kept in a directory ({@code signing-key.pem}, {@code signing-cert.pem}), making it first when there is none. */
    public static SigningIdentity keptIn(Path directory, String code, String nameZh, Instant now) throws IOException {
        Path keyFile = directory.resolve("signing-key.pem");
        Path certificateFile = directory.resolve("signing-cert.pem");
        if (!Files.exists(keyFile) || !Files.exists(certificateFile)) {
            SigningIdentity made = create(code, nameZh, now);
            PrivateFiles.write(keyFile, pem(new JcaPKCS8Generator(made.key, null)));
            Files.writeString(certificateFile, made.certificatePem());
            return made;
        }
        JcaPEMKeyConverter keys = new JcaPEMKeyConverter().setProvider(BC);
        PrivateKey key = keys.getPrivateKey((PrivateKeyInfo) parse(Files.readString(keyFile)));
        X509CertificateHolder holder = (X509CertificateHolder) parse(Files.readString(certificateFile));
        try {
            return new SigningIdentity(
                    key, new JcaX509CertificateConverter().setProvider(BC).getCertificate(holder));
        } catch (GeneralSecurityException e) {
            throw new IOException("unreadable certificate: " + certificateFile.getFileName(), e);
        }
    }

    /** The certificate in PEM form. */
    public String certificatePem() throws IOException {
        return pem(certificate);
    }

    /** A detached CMS (RFC 5652) over {@code content}: SM2 with SM3, the certificate inside, DER encoded. */
    public byte[] sign(byte[] content) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder()
                            .setProvider(BC)
                            .build())
                    .build(
                            new JcaContentSignerBuilder(ALGORITHM)
                                    .setProvider(BC)
                                    .build(key),
                            certificate));
            generator.addCertificates(new JcaCertStore(List.of(certificate)));
            return generator
                    .generate(new CMSProcessableByteArray(content), false)
                    .getEncoded("DER");
        } catch (GeneralSecurityException | OperatorCreationException | CMSException | IOException e) {
            throw new IllegalStateException("the message could not be signed", e);
        }
    }

    private static X509Certificate selfSigned(KeyPair pair, String code, String nameZh, Instant now)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        X500Name name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "CN")
                .addRDN(BCStyle.O, nameZh)
                .addRDN(BCStyle.CN, code)
                .build();
        var builder = new JcaX509v3CertificateBuilder(
                        name,
                        new BigInteger(127, new SecureRandom()).add(BigInteger.ONE),
                        Date.from(now.minus(BEHIND)),
                        Date.from(now.plus(AHEAD)),
                        name,
                        pair.getPublic())
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        return new JcaX509CertificateConverter()
                .setProvider(BC)
                .getCertificate(builder.build(
                        new JcaContentSignerBuilder(ALGORITHM).setProvider(BC).build(pair.getPrivate())));
    }

    private static Object parse(String pem) throws IOException {
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            return parser.readObject();
        }
    }

    private static String pem(Object object) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(object);
        }
        return text.toString();
    }
}

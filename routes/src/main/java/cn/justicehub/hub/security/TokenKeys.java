package cn.justicehub.hub.security;

import cn.justicehub.hub.crypto.Sm4Gcm;
import cn.justicehub.hub.keys.HubKeys;
import cn.justicehub.hub.keys.NamedKey;
import cn.justicehub.hub.start.CannotStartException;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/** The keys of access tokens, shared by all replicas through the database, where they lie sealed. */
final class TokenKeys {

    private static final long LOCK = 0x6a68_7562_0002L;
    private static final int RSA_BITS = 2048;

    private final JdbcOperations jdbc;
    private final TransactionOperations transactions;
    private final HubKeys keys;

    TokenKeys(JdbcOperations jdbc, TransactionOperations transactions, HubKeys keys) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.keys = keys;
    }

    /** Every key, the newest first; the very first start makes one. */
    JWKSet load() {
        List<JWK> found = transactions.execute(status -> {
            jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, LOCK);
            List<JWK> known = all();
            return known.isEmpty() ? List.of(create()) : known;
        });
        return new JWKSet(found);
    }

    private List<JWK> all() {
        return jdbc.query(
                "select key_id, master_key, sealed from token_key order by created_at desc, key_id",
                (row, number) -> open(row.getString(1), row.getString(2), row.getBytes(3)));
    }

    private JWK open(String keyId, String masterKey, byte[] sealed) {
        NamedKey master = keys.master()
                .named(masterKey)
                .orElseThrow(() -> new CannotStartException("the master key '" + masterKey
                        + "', under which the database's token keys are sealed, is not in master.key"));
        byte[] plain = Sm4Gcm.open(master.bytes(), sealed, associated(keyId));
        try {
            return JWK.parse(new String(plain, StandardCharsets.UTF_8));
        } catch (ParseException e) {
            throw new IllegalStateException("a sealed token key is not a JWK", e);
        }
    }

    private JWK create() {
        NamedKey master = keys.master().current();
        RSAKey key = generate();
        byte[] plain = key.toJSONString().getBytes(StandardCharsets.UTF_8);
        jdbc.update(
                "insert into token_key (key_id, master_key, sealed) values (?, ?, ?)",
                key.getKeyID(),
                master.name(),
                Sm4Gcm.seal(master.bytes(), plain, associated(key.getKeyID())));
        return key;
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(RSA_BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("RSA is part of every Java", e);
        }
    }

    private static byte[] associated(String keyId) {
        return ("token_key/" + keyId).getBytes(StandardCharsets.UTF_8);
    }
}

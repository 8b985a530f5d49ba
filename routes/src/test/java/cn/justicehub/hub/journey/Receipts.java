package cn.justicehub.hub.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.hub.testing.HubUnderTest;
import cn.justicehub.ledger.receipt.Keyring;
import cn.justicehub.ledger.receipt.Options;
import cn.justicehub.ledger.receipt.ReceiptVerifier;
import cn.justicehub.ledger.receipt.Verdict;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collection;

/** Verifies receipts from bytes alone, with the keyring that the hub serves. */
public final class Receipts {

    private Receipts() {}

    public static Keyring keyring(HubUnderTest hub) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(hub.uri("/log/keyring")).build();
        HttpResponse<byte[]> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(200);
        return Keyring.parse(response.body());
    }

    public static void verify(HubUnderTest hub, Collection<Accepted> accepted) throws Exception {
        Keyring keyring = keyring(hub);
        assertThat(accepted).isNotEmpty();
        for (Accepted one : accepted) {
            Verdict verdict = ReceiptVerifier.verify(one.receipt(), one.body(), keyring, Options.both());
            assertThat(verdict.failures())
                    .as(one.act().act() + " " + one.entryId())
                    .isEmpty();
            assertThat(verdict.ok()).isTrue();
        }
    }
}

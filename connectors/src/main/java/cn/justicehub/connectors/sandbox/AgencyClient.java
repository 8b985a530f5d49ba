package cn.justicehub.connectors.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An agency's end of the public API. Thread-safe. Transient failures are tried again for a while; what is refused comes back as
 * {@link HubRefused}.
 */
public final class AgencyClient {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Credentials credentials;
    private final @Nullable SigningIdentity signer;
    private final Clock clock;
    private final HubConnection hub;

    /**
     * @param hub base address
     * @param signer key to sign with, or null to send without signatures
     * @param clock what {@code sentAt} is taken from
     */
    public AgencyClient(URI hub, Credentials credentials, @Nullable SigningIdentity signer, Clock clock) {
        this(hub, credentials, signer, clock, PATIENCE);
    }

    /** @param patience how long to go on trying while the hub cannot be reached or asks to wait */
    public AgencyClient(
            URI hub, Credentials credentials, @Nullable SigningIdentity signer, Clock clock, Duration patience) {
        this.credentials = credentials;
        this.signer = signer;
        this.clock = clock;
        this.hub = new HubConnection(hub, credentials, patience);
    }

    /** The agency's code. */
    public String agency() {
        return credentials.agency();
    }

    /** The body of an act as it would be sent now. */
    public byte[] body(Act act) {
        return ActBody.bytes(act, credentials.agency(), clock.instant(), signer);
    }

    /** Sends an act. Retries send the same bytes. */
    public Accepted post(Act act) throws IOException, HubRefused, InterruptedException {
        return post(act, body(act));
    }

    /** Sends an act with a body that was made, or spoilt, before. */
    public Accepted post(Act act, byte[] body) throws IOException, HubRefused, InterruptedException {
        String path = "/v1/exchanges/" + act.type();
        HttpResponse<byte[]> response =
                hub.post(act.exchangeId() == null ? path : path + "/" + act.exchangeId() + "/" + act.act(), body);
        JsonNode receipt = Json.MAPPER.readTree(response.body());
        return new Accepted(
                act,
                receipt.required("entryId").stringValue(),
                receipt.required("exchangeId").stringValue(),
                response.statusCode() == 200,
                body,
                response.body());
    }

    /**
     * What waits in the inbox, oldest first.
     *
     * @param wait how long the hub may hold the request while nothing is there; whole seconds, at most 55
     */
    public List<Inbound> inbox(Duration wait) throws IOException, HubRefused, InterruptedException {
        List<Inbound> items = new ArrayList<>();
        byte[] page = hub.get("/v1/inbox?wait=" + wait.toSeconds(), wait).body();
        for (JsonNode item : Json.MAPPER.readTree(page).required("items")) {
            items.add(Inbound.from(item));
        }
        return items;
    }

    /** Acknowledges a delivery; repeating it changes nothing. */
    public void ack(String deliveryId) throws IOException, HubRefused, InterruptedException {
        hub.post("/v1/inbox/" + deliveryId + "/ack", new byte[0]);
    }

    /** A receipt's bytes, the same as were given first. */
    public byte[] receipt(String entryId) throws IOException, HubRefused, InterruptedException {
        return get("/v1/messages/" + entryId + "/receipt");
    }

    /** An exchange, with the messages that the agency may see. */
    public ExchangeView exchange(String type, String exchangeId) throws IOException, HubRefused, InterruptedException {
        return ExchangeView.from(Json.MAPPER.readTree(get("/v1/exchanges/" + type + "/" + exchangeId)));
    }

    /** Posts JSON to any operation that the agency may use; its answer's bytes. Retries send the same bytes. */
    public byte[] post(String path, byte[] body) throws IOException, HubRefused, InterruptedException {
        return hub.post(path, body).body();
    }

    /** The bytes of any resource that the agency may read. */
    public byte[] get(String path) throws IOException, HubRefused, InterruptedException {
        return hub.get(path, Duration.ZERO).body();
    }
}

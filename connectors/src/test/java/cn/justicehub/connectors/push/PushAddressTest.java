package cn.justicehub.connectors.push;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.connectors.agency.Agency;
import cn.justicehub.connectors.push.PushOutcome.AgencyFault;
import cn.justicehub.connectors.push.PushOutcome.Delivered;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sender connects to nothing but addresses that were checked after the name was resolved. */
@Timeout(60)
class PushAddressTest {

    private static final AgencyFault REFUSED = new AgencyFault("ADDRESS_REFUSED", null);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://2130706433/",
                "http://localhost/",
                "http://10.0.0.1/",
                "http://192.168.1.1/",
                "http://172.16.0.1/",
                "http://100.64.0.1/",
                "http://[fd00::1]/",
                "http://169.254.169.254/latest/meta-data/",
                "http://[fe80::1]/",
                "http://[64:ff9b::169.254.169.254]/",
                "http://0.0.0.0/",
                "http://[::]/",
                "http://224.0.0.1/",
                "http://[ff02::1]/",
                "http://255.255.255.255/"
            })
    void refuses_literals(String url) {
        try (PushSender sender = sender(false, NameService.SYSTEM)) {
            assertThat(sender.push(PushAgencies.at(url), PushAgencies.message("d-1")))
                    .isEqualTo(REFUSED);
        }
    }

    @Test
    void no_block_of_the_agency_opens_metadata_or_loopback() {
        try (PushSender sender = sender(false, NameService.SYSTEM)) {
            for (String url : List.of("http://100.100.100.200/", "http://[fd00:ec2::254]/", "http://127.0.0.1/")) {
                Agency agency = PushAgencies.at(
                        "a", url, Duration.ofSeconds(5), 1, url, "100.64.0.0/10", "fc00::/7", "10.0.0.0/8");
                assertThat(sender.push(agency, PushAgencies.message("d-1"))).isEqualTo(REFUSED);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "169.254.169.254", "10.9.9.9", "::1", "fe80::1"})
    void refuses_a_name_that_leads_to(String address) {
        try (PushSender sender = sender(false, host -> addresses("8.8.8.8", address))) {
            Agency agency =
                    PushAgencies.at("a", "http://agency.example.cn/", Duration.ofSeconds(5), 1, "", "10.1.0.0/16");
            assertThat(sender.push(agency, PushAgencies.message("d-1"))).isEqualTo(REFUSED);
        }
    }

    /** The first answer of the name server is harmless, the next one is not: each connection is made to what was checked for it. */
    @Test
    void a_name_that_changes_its_mind_is_checked_at_each_connection() throws Exception {
        try (FakeAgency agency = new FakeAgency()) {
            agency.answering(exchange -> {
                exchange.getResponseHeaders().add("Connection", "close");
                exchange.sendResponseHeaders(204, -1);
            });
            Queue<String> answers = new ArrayDeque<>(List.of("127.0.0.1", "169.254.169.254", "127.0.0.1"));
            try (PushSender sender = sender(true, host -> addresses(answers.remove()))) {
                Agency named = PushAgencies.at("http://agency.example.cn:" + agency.port() + "/");

                assertThat(sender.push(named, PushAgencies.message("d-1"))).isEqualTo(new Delivered(204));
                assertThat(sender.push(named, PushAgencies.message("d-2"))).isEqualTo(REFUSED);
                assertThat(sender.push(named, PushAgencies.message("d-3"))).isEqualTo(new Delivered(204));
                assertThat(answers).as("resolved once a connection").isEmpty();
                assertThat(agency.received())
                        .extracting(received -> received.headers().getFirst("Host"))
                        .containsOnly("agency.example.cn:" + agency.port());
            }
        }
    }

    @Test
    void an_unknown_name_is_an_agency_fault() {
        try (PushSender sender = sender(false, host -> {
            throw new UnknownHostException(host);
        })) {
            assertThat(sender.push(PushAgencies.at("http://agency.example.cn/"), PushAgencies.message("d-1")))
                    .isEqualTo(new AgencyFault("NAME_UNKNOWN", null));
        }
    }

    @Test
    void a_stuck_name_server_ends_at_the_deadline() {
        try (PushSender sender = sender(false, host -> {
            try {
                new java.util.concurrent.CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new UnknownHostException(host);
        })) {
            Agency agency = PushAgencies.at("a", "http://agency.example.cn/", Duration.ofMillis(300), 1, "");
            assertThat(sender.push(agency, PushAgencies.message("d-1"))).isEqualTo(new AgencyFault("TIMEOUT", null));
        }
    }

    @Test
    void no_proxy_of_the_java_runtime_is_used() throws Exception {
        try (FakeAgency proxy = new FakeAgency();
                FakeAgency agency = new FakeAgency();
                PushSender sender = sender(true, host -> addresses("127.0.0.1"))) {
            System.setProperty("http.proxyHost", "127.0.0.1");
            System.setProperty("http.proxyPort", String.valueOf(proxy.port()));
            try {
                sender.push(
                        PushAgencies.at("http://agency.example.cn:" + agency.port() + "/"),
                        PushAgencies.message("d-1"));
            } finally {
                System.clearProperty("http.proxyHost");
                System.clearProperty("http.proxyPort");
            }
            assertThat(proxy.received()).isEmpty();
            assertThat(agency.received()).hasSize(1);
        }
    }

    private static PushSender sender(boolean sandbox, NameService names) {
        return new HttpPushSender(agency -> List.of(PushAgencies.SECRET), sandbox, null, names);
    }

    private static InetAddress[] addresses(String... literals) throws UnknownHostException {
        InetAddress[] addresses = new InetAddress[literals.length];
        for (int i = 0; i < literals.length; i++) {
            addresses[i] = InetAddress.getByName(literals[i]);
        }
        return addresses;
    }
}

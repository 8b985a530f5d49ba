package cn.justicehub.connectors.push;

import cn.justicehub.connectors.address.AddressRules;
import cn.justicehub.connectors.address.Cidr;
import cn.justicehub.connectors.agency.Agency;
import cn.justicehub.connectors.agency.Channel;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * One agency's own connections.
 *
 * @param digest of the folder they were made for
 * @param permits one for each request that may be under way
 */
record AgencyLine(String digest, CloseableHttpClient client, Semaphore permits) {

    /** Connections are given up after this, so that a changed name is looked up, and checked, again. */
    private static final TimeValue LIFETIME = TimeValue.ofMinutes(1);

    static AgencyLine open(Agency agency, Channel.Push push, boolean sandbox, SSLContext tls, NameService names) {
        AddressRules rules = new AddressRules(
                sandbox,
                push.allowedCidrs().stream()
                        .map(Cidr::parse)
                        .flatMap(Optional::stream)
                        .toList());
        int inFlight = agency.limits().inFlight();
        CloseableHttpClient client = HttpClients.custom()
                .setConnectionManager(connections(push, inFlight, tls, new CheckedDns(names, rules)))
                .setRoutePlanner(new DefaultRoutePlanner(DefaultSchemePortResolver.INSTANCE))
                .setDefaultRequestConfig(requests(push))
                .setUserAgent("JusticeHub")
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableConnectionState()
                .build();
        return new AgencyLine(agency.digest(), client, new Semaphore(inFlight, true));
    }

    private static HttpClientConnectionManager connections(
            Channel.Push push, int inFlight, SSLContext tls, CheckedDns dns) {
        Timeout connect = Timeout.of(push.connectTimeout());
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(dns)
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
                .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(connect).build())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxLineLength(8 * 1024)
                                .setMaxHeaderCount(100)
                                .build())
                        .build())
                .setMaxConnTotal(inFlight)
                .setMaxConnPerRoute(inFlight)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(Timeout.of(push.requestTimeout()))
                        .setTimeToLive(LIFETIME)
                        .setValidateAfterInactivity(TimeValue.ofMilliseconds(500))
                        .build())
                .build();
    }

    private static RequestConfig requests(Channel.Push push) {
        return RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(push.requestTimeout()))
                .setResponseTimeout(Timeout.of(push.requestTimeout()))
                .setRedirectsEnabled(false)
                .setAuthenticationEnabled(false)
                .setContentCompressionEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build();
    }
}

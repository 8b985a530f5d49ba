package cn.justicehub.hub.security;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Two chains of filters: one that issues tokens, one that asks for them. Everything that is not public needs one. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {

    static final String TOKEN_ENDPOINT = "/oauth2/token";

    /** Only the token endpoint: no other endpoint of the authorization server exists here. */
    @Bean
    @Order(1)
    @Conditional(NoExternalIssuer.class)
    SecurityFilterChain tokenChain(
            HttpSecurity http,
            RegisteredClientRepository clients,
            AuthorizationServerSettings server,
            JwtGenerator tokens,
            SecuritySettings settings) {
        TokenRefusal refusal = new TokenRefusal();
        SecretCheck secrets = new SecretCheck(settings.secretMemory(), SecurityConfiguration::address);
        http.securityMatcher(TOKEN_ENDPOINT)
                .with(
                        new OAuth2AuthorizationServerConfigurer(),
                        authorization -> authorization
                                .registeredClientRepository(clients)
                                .authorizationService(new NoAuthorizations())
                                .authorizationServerSettings(server)
                                .tokenGenerator(tokens)
                                .tokenEndpoint(endpoint -> endpoint.errorResponseHandler(refusal)
                                        .accessTokenRequestConverters(converters -> {
                                            converters.clear();
                                            converters.add(new AllScopes());
                                        }))
                                .clientAuthentication(client -> client.errorResponseHandler(refusal)
                                        .authenticationProviders(providers -> providers.forEach(provider -> {
                                            if (provider instanceof ClientSecretAuthenticationProvider secret) {
                                                secret.setPasswordEncoder(secrets);
                                            }
                                        }))))
                .authorizeHttpRequests(request -> request.anyRequest().authenticated());
        return stateless(http).build();
    }

    /** Where the present request comes from; empty outside a request. */
    private static String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes present
                ? present.getRequest().getRemoteAddr()
                : "";
    }

    @Bean
    @Order(2)
    SecurityFilterChain hubChain(HttpSecurity http, VerifiedTokens tokens, GrantedScopes granted) {
        http.authorizeHttpRequests(request -> request.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/log/**", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers(TOKEN_ENDPOINT) // where another issues tokens there is none: 404
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasAnyAuthority(Caller.ADMIN, Caller.AUDIT)
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.authenticationManagerResolver(request -> bearer(tokens, granted))
                        .authenticationEntryPoint(SecurityProblems.UNAUTHENTICATED)
                        .accessDeniedHandler(SecurityProblems.FORBIDDEN));
        return stateless(http).build();
    }

    /** No bean: Spring Security would ask it about client secrets as well. */
    private static AuthenticationManager bearer(VerifiedTokens tokens, GrantedScopes granted) {
        return request -> {
            CallerAuthentication caller = tokens.authenticate(((BearerTokenAuthenticationToken) request).getToken());
            return caller.within(granted.of(caller.getPrincipal().agency()));
        };
    }

    private static HttpSecurity stateless(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(SecurityProblems.UNAUTHENTICATED)
                        .accessDeniedHandler(SecurityProblems.FORBIDDEN));
    }

    /** Observing every filter costs a fifth of the throughput; {@code hub.*} meters tell what matters. */
    @Bean
    SecurityObservationSettings noSecurityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    RequestRejectedHandler rejectedRequests() {
        return SecurityProblems::rejected;
    }
}

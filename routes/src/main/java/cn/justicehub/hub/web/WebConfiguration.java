package cn.justicehub.hub.web;

import cn.justicehub.api.openapi.HubContract;
import cn.justicehub.hub.definitions.Catalogue;
import cn.justicehub.hub.security.Callers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the scope check before every operation of the API. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    @Bean
    static CurrentCaller currentCaller() {
        return Callers::current;
    }

    private final CurrentCaller callers;
    private final Catalogue catalogue;

    WebConfiguration(CurrentCaller callers, Catalogue catalogue) {
        this.callers = callers;
        this.catalogue = catalogue;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        OperationScopes scopes = OperationScopes.of(HubContract.tree());
        registry.addInterceptor(new ScopeCheck(scopes, callers, catalogue)).addPathPatterns("/v1/**");
    }
}

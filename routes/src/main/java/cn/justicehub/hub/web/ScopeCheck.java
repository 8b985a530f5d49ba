package cn.justicehub.hub.web;

import cn.justicehub.hub.definitions.Catalogue;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Deny by default: an operation is reached only with the scopes that its contract names. Each refusal is logged. */
final class ScopeCheck implements HandlerInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(ScopeCheck.class);

    private final OperationScopes scopes;
    private final CurrentCaller callers;
    private final Catalogue catalogue;

    ScopeCheck(OperationScopes scopes, CurrentCaller callers, Catalogue catalogue) {
        this.scopes = scopes;
        this.callers = callers;
        this.catalogue = catalogue;
    }

    /** A generated interface's method has the name of its operation. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String operation =
                handler instanceof HandlerMethod method ? method.getMethod().getName() : "";
        Caller caller = callers.get();
        if (catalogue.agencies().byCode(caller.agency()).isEmpty()) {
            LOG.info("refused {} by {}: not in force", operation, caller.agency());
            throw Refusal.of(403, "E-AUTH", "", "本机构未启用", "the agency is not in force");
        }
        if (!scopes.allow(operation, caller)) {
            LOG.info("refused {} by {}: scope", operation, caller.agency());
            throw Refusal.of(403, "E-AUTH", "", "本机构的访问令牌无权执行此操作", "the token's scopes do not allow this");
        }
        return true;
    }
}

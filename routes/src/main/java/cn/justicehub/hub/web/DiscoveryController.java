package cn.justicehub.hub.web;

import cn.justicehub.api.server.DiscoveryApi;
import cn.justicehub.api.server.model.Agencies;
import cn.justicehub.api.server.model.ExchangeType;
import cn.justicehub.api.server.model.ExchangeTypes;
import cn.justicehub.hub.discovery.AgenciesQuestion;
import cn.justicehub.hub.discovery.ExchangeTypeQuestion;
import cn.justicehub.hub.discovery.ExchangeTypesQuestion;
import cn.justicehub.hub.discovery.OpenApiAnswer;
import cn.justicehub.hub.discovery.OpenApiQuestion;
import cn.justicehub.hub.web.HubGateway.Line;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** Discovery: who takes part and what they may exchange. */
@RestController
class DiscoveryController implements DiscoveryApi {

    private final Line<AgenciesQuestion, Agencies> agencies;
    private final Line<ExchangeTypesQuestion, ExchangeTypes> types;
    private final Line<ExchangeTypeQuestion, ExchangeType> type;
    private final Line<OpenApiQuestion, OpenApiAnswer> openApi;

    DiscoveryController(HubGateway gateway) {
        this.agencies = gateway.to(AgenciesQuestion.ROUTE, Agencies.class);
        this.types = gateway.to(ExchangeTypesQuestion.ROUTE, ExchangeTypes.class);
        this.type = gateway.to(ExchangeTypeQuestion.ROUTE, ExchangeType.class);
        this.openApi = gateway.to(OpenApiQuestion.ROUTE, OpenApiAnswer.class);
    }

    @Override
    public ResponseEntity<Agencies> listAgencies() {
        return ResponseEntity.ok(agencies.ask(new AgenciesQuestion()));
    }

    @Override
    public ResponseEntity<ExchangeTypes> listExchangeTypes() {
        return ResponseEntity.ok(types.ask(new ExchangeTypesQuestion()));
    }

    @Override
    public ResponseEntity<ExchangeType> getExchangeType(String name) {
        return ResponseEntity.ok(type.ask(new ExchangeTypeQuestion(name)));
    }

    @Override
    public ResponseEntity<byte[]> getOpenApi() {
        return Responses.json(
                ResponseEntity.ok(), openApi.ask(new OpenApiQuestion()).document());
    }
}

package cn.justicehub.hub.web;

import cn.justicehub.api.server.DefinitionsApi;
import cn.justicehub.api.server.model.DefinitionsReport;
import cn.justicehub.hub.activation.ActivationQuestion;
import cn.justicehub.hub.definitions.FolderReport;
import cn.justicehub.hub.web.HubGateway.Line;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The operator's folders, checked and brought in force. */
@RestController
class DefinitionsController implements DefinitionsApi {

    private final CurrentCaller callers;
    private final Line<String, FolderReport> check;
    private final Line<ActivationQuestion, FolderReport> activate;

    DefinitionsController(CurrentCaller callers, HubGateway gateway) {
        this.callers = callers;
        this.check = gateway.to(ActivationQuestion.CHECK, FolderReport.class);
        this.activate = gateway.to(ActivationQuestion.ACTIVATE, FolderReport.class);
    }

    @Override
    public ResponseEntity<DefinitionsReport> checkDefinitions() {
        return ResponseEntity.ok(view(check.ask("")));
    }

    @Override
    public ResponseEntity<DefinitionsReport> activateDefinitions(byte[] body) {
        return ResponseEntity.ok(view(activate.ask(new ActivationQuestion(callers.get(), body))));
    }

    private static DefinitionsReport view(FolderReport report) {
        return new DefinitionsReport(report.revision(), report.changes(), report.faults());
    }
}

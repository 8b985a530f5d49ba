package cn.justicehub.hub.benchmark;

import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** An operation that takes its body, as every operation does, and does nothing with it. */
@RestController
@Profile(NoopController.PROFILE)
class NoopController {

    static final String PROFILE = "benchmark";
    static final String PATH = "/v1/noop";

    /** The scope check goes by the name of the operation: this name asks for the scope of the real one. */
    @PostMapping(path = PATH, consumes = "application/json")
    ResponseEntity<Void> openExchange(@RequestBody byte[] body) {
        return ResponseEntity.ok().build();
    }
}

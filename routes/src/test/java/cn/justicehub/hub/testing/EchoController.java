package cn.justicehub.hub.testing;

import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.security.Callers;
import java.time.Duration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Operations behind the real security that do nothing else. */
@RestController
class EchoController {

    private record Number(int value) {}

    @GetMapping("/test/caller")
    String caller() {
        return Callers.current().agency();
    }

    @PostMapping(path = "/test/bytes", consumes = "application/json", produces = "application/json")
    String bytes(@RequestBody byte[] body) {
        return Integer.toString(body.length);
    }

    @PostMapping("/test/number")
    int number(@RequestBody Number number) {
        return number.value();
    }

    @GetMapping("/test/parameter")
    int parameter(@RequestParam("n") int n) {
        return n;
    }

    @GetMapping("/test/ids/{id}")
    String id(@PathVariable("id") String id) {
        return id;
    }

    @GetMapping("/test/failure")
    String failure(@RequestParam("about") String about) {
        throw new IllegalStateException("cannot do " + about, new IllegalArgumentException(about));
    }

    @GetMapping("/test/refusal")
    String refusal() {
        throw Refusal.of(409, "E-STATE", "/payload", "当前状态不允许此操作", "not in this state");
    }

    @GetMapping("/test/busy")
    String busy() {
        throw Refusal.unavailable("请稍后重试", "try again", Duration.ofSeconds(7));
    }
}

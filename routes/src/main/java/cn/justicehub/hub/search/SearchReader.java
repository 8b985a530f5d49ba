package cn.justicehub.hub.search;

import cn.justicehub.hub.crypto.IndexKey;
import cn.justicehub.hub.definitions.Catalogue;
import cn.justicehub.hub.intake.Decoder;
import cn.justicehub.hub.problem.Refusal;
import org.springframework.stereotype.Component;

/** Reads searches as strictly as acts are read. */
@Component
class SearchReader {

    private final Catalogue catalogue;
    private final IndexKey indexKey;

    SearchReader(Catalogue catalogue, IndexKey indexKey) {
        this.catalogue = catalogue;
        this.indexKey = indexKey;
    }

    /**
     * What is asked.
     *
     * @throws Refusal 400 for what is no strict JSON object or has a foreign cursor, 422 with everything else that is wrong
     */
    Criteria read(SearchQuestion question) {
        return new SearchBody(Decoder.decode(question.body()), catalogue, indexKey).criteria(question.caller());
    }
}

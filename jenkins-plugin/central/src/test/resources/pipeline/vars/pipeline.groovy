import io.jenkins.plugins.cerebro.pipeline.Sections

/** As much of Declarative as the examples use; whatever else they would use fails. */
def call(Closure body) {
    def top = read(body, 'pipeline', ['agent', 'options', 'environment', 'stages'])
    if (top.of('options') != null) {
        within(this, top.of('options'))
    }
    if (top.of('environment') != null) {
        within(env, top.of('environment'))
    }
    on(top.of('agent')) {
        def stages = read(top.of('stages'), 'stages', ['stage']).all()
        for (int i = 0; i < stages.size(); i++) {
            runStage(stages[i].arguments())
        }
    }
}

def runStage(List named) {
    def parts = read(named[1], 'stage', ['agent', 'steps'])
    stage(named[0]) {
        on(parts.of('agent')) {
            within(this, parts.of('steps'))
        }
    }
}

def on(agent, Closure body) {
    if (agent == 'any') {
        node(body)
    } else {
        body()
    }
}

def read(Closure body, String block, List allowed) {
    def sections = new Sections(block, allowed)
    within(sections, body)
    return sections
}

def within(whom, Closure body) {
    body.delegate = whom
    body.resolveStrategy = Closure.DELEGATE_ONLY
    body()
}

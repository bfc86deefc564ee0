def call(String label = '', Closure body) {
    takeNode(label)
    try {
        return body()
    } finally {
        giveNodeBack()
    }
}

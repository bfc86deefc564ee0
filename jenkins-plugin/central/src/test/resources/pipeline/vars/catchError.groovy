def call(Map results, Closure body) {
    try {
        body()
    } catch (Exception e) {
        echo "caught: ${e.message}"
    }
}

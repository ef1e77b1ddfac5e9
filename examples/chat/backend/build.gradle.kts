import org.springframework.boot.gradle.plugin.SpringBootPlugin

plugins {
    java
    id("org.springframework.boot") version "4.1.0"
}

group = "com.example"

val javaRelease = providers.fileContents(layout.projectDirectory.file(".java-version")).asText.map { it.trim() }

java {
    toolchain {
        languageVersion = javaRelease.map(JavaLanguageVersion::of)
    }
}

repositories {
    mavenCentral()
}

dependencies {
    implementation(platform(SpringBootPlugin.BOM_COORDINATES))
    implementation(platform("software.amazon.awssdk:bom:2.53.2"))
    implementation("org.springframework.boot:spring-boot-starter-actuator")
    implementation("org.springframework.boot:spring-boot-starter-kafka")
    implementation("org.springframework.boot:spring-boot-starter-validation")
    implementation("org.springframework.boot:spring-boot-starter-webmvc")
    implementation("org.springframework.boot:spring-boot-starter-websocket")
    implementation("software.amazon.awssdk:s3")
    runtimeOnly("io.micrometer:micrometer-registry-prometheus")
    testImplementation("org.springframework.boot:spring-boot-starter-kafka-test")
    testImplementation("org.springframework.boot:spring-boot-starter-webmvc-test")
    // The whole server as one jar: a process of its own, so that none of its classes mix with ours.
    testRuntimeOnly("com.adobe.testing:s3mock:5.2.0:exec@jar")
    testRuntimeOnly("org.junit.platform:junit-platform-launcher")
}

tasks.processResources {
    // A pipeline has written its own application.yml, with the facts of the build.
    if (!file("src/main/resources/application.yml").exists()) {
        from("config")
    }
}

tasks.test {
    useJUnitPlatform()
}

tasks.bootJar {
    archiveFileName = "app.jar"
}

tasks.jar {
    enabled = false
}

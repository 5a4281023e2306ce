namespace Mlops.Registry.Risk;

/// <summary>The practices that the EU AI Act prohibits: no tier, no policy and no approval allows them.</summary>
/// <remarks>Reference: Regulation (EU) 2024/1689, article 5(1), points (a) to (h), which applies since 2025-02-02. The exceptions
/// stand in the article: what falls under one is not declared here.</remarks>
public enum ProhibitedPractice
{
    /// <summary>(a) Subliminal, manipulative or deceptive techniques that do harm.</summary>
    HarmfulManipulation = 1,

    /// <summary>(b) Exploiting vulnerabilities of age, disability, or social or economic situation.</summary>
    ExploitingVulnerability = 2,

    /// <summary>(c) Social scoring with unjustified or unrelated detriment.</summary>
    SocialScoring = 3,

    /// <summary>(d) Predicting that a person commits a crime from profiling or personality alone.</summary>
    PredictingCrimeByProfiling = 4,

    /// <summary>(e) Untargeted scraping of faces for recognition.</summary>
    FacialScraping = 5,

    /// <summary>(f) Inferring emotions at work or in education, but for medical or safety reasons.</summary>
    EmotionInference = 6,

    /// <summary>(g) Categorising persons by biometrics to infer race, opinions, beliefs, sex life and the like.</summary>
    SensitiveBiometricCategorisation = 7,

    /// <summary>(h) Real-time remote biometric identification in public spaces for law enforcement.</summary>
    RealTimeBiometricIdentification = 8,
}

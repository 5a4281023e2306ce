using System.Text.Json.Serialization;

namespace Mlops.Registry.Risk;

/// <summary>The JSON of risk: names in camel case, enumerations by name.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectRequiredConstructorParameters = true,
    Converters = [
        typeof(RiskEnumConverter<FactorLevel>),
        typeof(RiskEnumConverter<RiskTier>),
        typeof(RiskEnumConverter<RiskFactorName>),
        typeof(RiskEnumConverter<RiskTrigger>),
        typeof(RiskEnumConverter<AnnexThreeArea>),
        typeof(RiskEnumConverter<AnnexThreeExemptionGround>),
        typeof(RiskEnumConverter<ProhibitedPractice>),
        typeof(RiskEnumConverter<HazardLikelihood>),
        typeof(RiskEnumConverter<HazardSeverity>),
        typeof(RiskEnumConverter<HazardStatus>),
        typeof(RiskEnumConverter<RiskControlKind>),
        typeof(RiskEnumConverter<RiskAcceptability>),
    ]
)]
[JsonSerializable(typeof(RiskRegister))]
[JsonSerializable(typeof(RiskFactors))]
[JsonSerializable(typeof(RiskContext))]
[JsonSerializable(typeof(RiskRule))]
[JsonSerializable(typeof(ExposurePurpose))]
[JsonSerializable(typeof(RiskAssessment))]
internal sealed partial class RiskJson : JsonSerializerContext;

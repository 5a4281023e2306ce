using System.Text.Json.Serialization;
using Mlops.Registry.Serialization;

namespace Mlops.Registry.Risk;

/// <summary>The JSON of risk: names in camel case, enumerations by name.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectRequiredConstructorParameters = true,
    Converters = [
        typeof(CamelCaseEnumConverter<FactorLevel>),
        typeof(CamelCaseEnumConverter<RiskTier>),
        typeof(CamelCaseEnumConverter<RiskFactorName>),
        typeof(CamelCaseEnumConverter<RiskTrigger>),
        typeof(CamelCaseEnumConverter<AnnexThreeArea>),
        typeof(CamelCaseEnumConverter<AnnexThreeExemptionGround>),
        typeof(CamelCaseEnumConverter<ProhibitedPractice>),
        typeof(CamelCaseEnumConverter<HazardLikelihood>),
        typeof(CamelCaseEnumConverter<HazardSeverity>),
        typeof(CamelCaseEnumConverter<HazardStatus>),
        typeof(CamelCaseEnumConverter<RiskControlKind>),
        typeof(CamelCaseEnumConverter<RiskAcceptability>),
    ]
)]
[JsonSerializable(typeof(RiskRegister))]
[JsonSerializable(typeof(RiskFactors))]
[JsonSerializable(typeof(RiskContext))]
[JsonSerializable(typeof(RiskRule))]
[JsonSerializable(typeof(ExposurePurpose))]
[JsonSerializable(typeof(RiskAssessment))]
internal sealed partial class RiskJson : JsonSerializerContext;

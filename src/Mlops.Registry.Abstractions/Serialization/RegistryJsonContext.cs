using System.Text.Json.Serialization;
using Mlops.Registry.Access;
using Mlops.Registry.Approvals;
using Mlops.Registry.Audit;
using Mlops.Registry.Governance;
using Mlops.Registry.Models;
using Mlops.Registry.Policies;
using Mlops.Registry.Retention;
using Mlops.Registry.Risk;
using Mlops.Registry.Runs;
using Mlops.Registry.Stages;
using Mlops.Registry.Stores;

namespace Mlops.Registry.Serialization;

/// <summary>What is known of the records at compile time, so that trimmed and AOT builds can write them.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [
        typeof(ContentDigestConverter),
        typeof(CamelCaseEnumConverter<ApprovalOutcome>),
        typeof(CamelCaseEnumConverter<AuditAction>),
        typeof(CamelCaseEnumConverter<AuditOutcome>),
        typeof(CamelCaseEnumConverter<BiasCheck>),
        typeof(CamelCaseEnumConverter<ComplianceStatus>),
        typeof(CamelCaseEnumConverter<DecisionKind>),
        typeof(CamelCaseEnumConverter<RecordKind>),
        typeof(CamelCaseEnumConverter<RegistryRight>),
        typeof(CamelCaseEnumConverter<RiskTier>),
        typeof(CamelCaseEnumConverter<AnnexThreeArea>),
        typeof(CamelCaseEnumConverter<AnnexThreeExemptionGround>),
        typeof(CamelCaseEnumConverter<FactorLevel>),
        typeof(CamelCaseEnumConverter<HazardLikelihood>),
        typeof(CamelCaseEnumConverter<HazardSeverity>),
        typeof(CamelCaseEnumConverter<HazardStatus>),
        typeof(CamelCaseEnumConverter<ProhibitedPractice>),
        typeof(CamelCaseEnumConverter<RetentionStart>),
        typeof(CamelCaseEnumConverter<RiskAcceptability>),
        typeof(CamelCaseEnumConverter<RiskControlKind>),
        typeof(CamelCaseEnumConverter<RiskFactorName>),
        typeof(CamelCaseEnumConverter<RiskTrigger>),
        typeof(CamelCaseEnumConverter<RuleMode>),
        typeof(CamelCaseEnumConverter<RuleOutcome>),
        typeof(CamelCaseEnumConverter<Stage>),
        typeof(CamelCaseEnumConverter<StageOperation>),
        typeof(CamelCaseEnumConverter<Verdict>),
    ]
)]
[JsonSerializable(typeof(RegisteredModel))]
[JsonSerializable(typeof(ModelVersion))]
[JsonSerializable(typeof(VersionDefinition))]
[JsonSerializable(typeof(ModelAlias))]
[JsonSerializable(typeof(Tenure))]
[JsonSerializable(typeof(Run))]
[JsonSerializable(typeof(Delegation))]
[JsonSerializable(typeof(AuditEntry))]
[JsonSerializable(typeof(PolicyFacts))]
[JsonSerializable(typeof(PolicyDecision))]
[JsonSerializable(typeof(GovernancePolicy))]
[JsonSerializable(typeof(PolicyDryRun))]
[JsonSerializable(typeof(VersionStanding))]
[JsonSerializable(typeof(ApprovalBasis))]
[JsonSerializable(typeof(StageStep))]
[JsonSerializable(typeof(RiskAssessment))]
[JsonSerializable(typeof(RiskRegister))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(int))]
internal sealed partial class RegistryJsonContext : JsonSerializerContext;

using System.Text.Json;

namespace Mlops.Registry.Policies;

/// <summary>Writes a policy as JSON, defaults included: so a default that changes later does not change what was meant.</summary>
internal static class PolicyWriter
{
    internal static void Write(Utf8JsonWriter writer, GovernancePolicy policy)
    {
        writer.WriteStartObject();
        writer.WriteString("name", policy.Name);
        writer.WriteNumber("version", policy.Version);
        writer.WriteString("description", policy.Description);
        List(writer, "fairnessKinds", policy.FairnessKinds, writer.WriteStringValue);
        Tier(writer, "low", policy.Low);
        Tier(writer, "moderate", policy.Moderate);
        Tier(writer, "high", policy.High);
        writer.WriteEndObject();
    }

    private static void Tier(Utf8JsonWriter writer, string name, TierPolicy tier)
    {
        writer.WriteStartObject(name);
        List(writer, "requirements", tier.Requirements, rule => Requirement(writer, rule));
        List(writer, "evidence", tier.Evidence, rule => Evidence(writer, rule));
        List(writer, "approvals", tier.Approvals, rule => Approval(writer, rule));
        writer.WriteBoolean("distinctApprovers", tier.DistinctApprovers);
        if (tier.SeparationOfDuties is { } duties)
        {
            Name(writer, "separationOfDuties", duties);
        }

        if (tier.SeparationOfActivation is { } activation)
        {
            Name(writer, "separationOfActivation", activation);
        }

        if (tier.ApprovalValidity is { } validity)
        {
            Timed(writer, "approvalValidity", "duration", validity.Duration, validity.Mode);
        }

        if (tier.Review is { } review)
        {
            Timed(writer, "review", "every", review.Every, review.Mode);
        }

        writer.WriteEndObject();
    }

    private static void Requirement(Utf8JsonWriter writer, RequirementRule rule)
    {
        writer.WriteStartObject();
        Name(writer, "requirement", rule.Requirement);
        List(writer, "at", rule.At, stage => writer.WriteStringValue(PolicyElement.NameOf(stage)));
        Name(writer, "mode", rule.Mode);
        writer.WriteEndObject();
    }

    private static void Evidence(Utf8JsonWriter writer, EvidenceRule rule)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", rule.Kind);
        if (rule.MaximumAge is { } age)
        {
            writer.WriteString("maximumAge", PolicyDuration.Format(age));
        }

        List(writer, "verdicts", rule.Verdicts, verdict => writer.WriteStringValue(PolicyElement.NameOf(verdict)));
        writer.WriteBoolean("isBound", rule.IsBound);
        List(writer, "at", rule.At, stage => writer.WriteStringValue(PolicyElement.NameOf(stage)));
        Name(writer, "mode", rule.Mode);
        writer.WriteEndObject();
    }

    private static void Approval(Utf8JsonWriter writer, ApprovalRule rule)
    {
        writer.WriteStartObject();
        writer.WriteString("role", rule.Role);
        writer.WriteNumber("count", rule.Count);
        Name(writer, "mode", rule.Mode);
        writer.WriteEndObject();
    }

    private static void Timed(Utf8JsonWriter writer, string name, string what, TimeSpan duration, RuleMode mode)
    {
        writer.WriteStartObject(name);
        writer.WriteString(what, PolicyDuration.Format(duration));
        Name(writer, "mode", mode);
        writer.WriteEndObject();
    }

    private static void Name<T>(Utf8JsonWriter writer, string name, T value)
        where T : struct, Enum => writer.WriteString(name, PolicyElement.NameOf(value));

    private static void List<T>(Utf8JsonWriter writer, string name, IReadOnlyList<T> items, Action<T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        writer.WriteEndArray();
    }
}

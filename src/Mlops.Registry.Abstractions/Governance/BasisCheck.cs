using Mlops.Registry.Approvals;
using Mlops.Registry.Models;
using Mlops.Registry.Serialization;
using Mlops.Serialization;

namespace Mlops.Registry.Governance;

/// <summary>Whether what approvals are bound to is as it was.</summary>
internal sealed class BasisCheck
{
    private readonly ModelVersion _version;
    private readonly ContentDigest? _definition;
    private readonly ContentDigest? _risk;
    private readonly IReadOnlyList<AttachedEvidence> _latest;

    internal BasisCheck(ModelVersion version)
    {
        _version = version;
        // Both are computed once, however many approvals there are; and only when there are any.
        _definition = version.Approvals.Count > 0 ? DigestOf(version.Definition) : null;
        _risk = version.Approvals.Count > 0 && version.Risk is { } risk ? DigestOf(risk) : null;
        _latest = EvidenceLedger.Latest(version);
    }

    /// <summary>Why an approval's basis no longer holds; <see langword="null"/> when it does.</summary>
    internal string? Fault(Approval approval)
    {
        var basis = approval.Basis;
        if (_definition != basis.Definition || _version.DefinitionDigest != basis.Definition)
        {
            return $"the definition changed: its digest is {Text(_definition)}, recorded as {Text(_version.DefinitionDigest)}, and {Text(basis.Definition)} was approved";
        }

        if ((_version.Risk is null) != (basis.Risk is null) || _risk != basis.Risk)
        {
            return basis.Risk is null ? "the risk was assessed after it" : "the risk assessment changed after it";
        }

        var attached = new Dictionary<ContentDigest, AttachedEvidence>();
        foreach (var item in _version.Evidence)
        {
            // Evidence that was withdrawn and attached again stands.
            if (!attached.TryGetValue(item.Statement.Digest, out var other) || other.Withdrawn is not null)
            {
                attached[item.Statement.Digest] = item;
            }
        }

        foreach (var digest in basis.Evidence)
        {
            if (!attached.TryGetValue(digest, out var item))
            {
                return $"the evidence {digest} that it rests on is not attached any more";
            }

            if (item.Withdrawn is { } reason)
            {
                return $"the evidence {digest} ({item.Statement.Kind}) that it rests on was withdrawn: {reason}";
            }

            if (LaterFailure(approval, item.Statement.Kind) is { } failure)
            {
                return $"later evidence of {item.Statement.Kind} failed: {failure.Statement.Digest}, attached at {ApprovalEvaluator.Text(failure.AttachedAt)}";
            }
        }

        return null;
    }

    private AttachedEvidence? LaterFailure(Approval approval, string kind) =>
        _version.Evidence.FirstOrDefault(item =>
            item.Statement.Kind == kind
            && item.Statement.Verdict == Verdict.Fail
            && item.Withdrawn is null
            && !approval.Basis.Evidence.Contains(item.Statement.Digest)
            // Clocks of two hosts may differ: what is the latest now, and was not there then, came later too.
            && (item.AttachedAt > approval.At || _latest.Contains(item))
        );

    // A record that has no canonical form has no digest, so no approval is bound to it.
    private static ContentDigest? DigestOf<T>(T value)
    {
        try
        {
            return RegistryJson.DigestOf(value);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string Text(ContentDigest? digest) => digest is { } value && value != default ? $"{value}" : "none";
}

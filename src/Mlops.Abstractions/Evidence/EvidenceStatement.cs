using Mlops.Serialization;

namespace Mlops.Evidence;

/// <summary>What an analysis attests: of which kind, about which data, with which verdict and findings.</summary>
/// <param name="Kind">The kind of the document that was made: <c>mlops.drift.report</c>.</param>
/// <param name="SchemaVersion">The version of that kind's schema, from 1.</param>
/// <param name="Digest">The digest of the document, as <see cref="Envelope.Digest"/> has it.</param>
/// <param name="Subjects">What the document speaks about, each by its digest.</param>
/// <param name="Verdict">The verdict reached.</param>
/// <param name="Findings">What was found, in the order of the document.</param>
/// <remarks>A registry stores evidence by digest, so a gate can require that exactly this document stands behind a version.</remarks>
public sealed record EvidenceStatement(
    string Kind,
    int SchemaVersion,
    ContentDigest Digest,
    IReadOnlyList<EvidenceSubject> Subjects,
    Verdict Verdict,
    IReadOnlyList<Finding> Findings
);

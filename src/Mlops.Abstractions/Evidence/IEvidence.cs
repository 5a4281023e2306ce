namespace Mlops.Evidence;

/// <summary>A result that can stand before a gate or an auditor.</summary>
public interface IEvidence
{
    /// <summary>Says what the result attests, with the digests of what it speaks about.</summary>
    /// <returns>The statement; the same result gives an equal one.</returns>
    EvidenceStatement ToEvidence();
}

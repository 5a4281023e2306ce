namespace Mlops.Data.Joins;

/// <summary>Two data sets joined on a key, and which rows found none.</summary>
/// <remarks>
/// Every row is counted once: the left's are <see cref="MatchedLeft"/> + <see cref="UnmatchedLeft"/> + <see cref="MissingLeftKeys"/>,
/// the right's <see cref="MatchedRight"/> + <see cref="UnmatchedRight"/> + <see cref="MissingRightKeys"/> + <see cref="DuplicateRight"/>.
/// </remarks>
public sealed record JoinResult
{
    internal JoinResult(Dataset dataset) => Dataset = dataset;

    /// <summary>The joined rows, in the left's order: its columns, then the right's without the key.</summary>
    public Dataset Dataset { get; }

    /// <summary>Rows of the left for which the right has one.</summary>
    public long MatchedLeft { get; init; }

    /// <summary>Rows of the left whose key the right does not have: labels that have not come yet.</summary>
    public long UnmatchedLeft { get; init; }

    /// <summary>Rows of the left whose key is missing; they match nothing.</summary>
    public long MissingLeftKeys { get; init; }

    /// <summary>Rows of the right that stand beside a row of the left.</summary>
    public long MatchedRight { get; init; }

    /// <summary>Rows of the right whose key the left does not have.</summary>
    public long UnmatchedRight { get; init; }

    /// <summary>Rows of the right whose key is missing; they match nothing.</summary>
    public long MissingRightKeys { get; init; }

    /// <summary>Rows of the right that were left out because another has the same key; 0 unless <see cref="JoinOptions.Duplicates"/> allows it.</summary>
    public long DuplicateRight { get; init; }
}

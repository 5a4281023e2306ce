namespace Mlops.Data.Quality.Constraints;

/// <summary>One thing that must hold of a data set.</summary>
/// <remarks>
/// Immutable, with value equality; make variants with <c>with</c>. The kinds are the sealed records of this namespace. Arguments are checked
/// when a <see cref="DataConstraints"/> takes the constraint in.
/// </remarks>
public abstract record DataConstraint
{
    private protected DataConstraint(string id) => Id = id;

    /// <summary>What the constraint is known by, from run to run and file to file; unique within its <see cref="DataConstraints"/>.</summary>
    /// <value>The default is the column and the kind: <c>income/range</c>.</value>
    public string Id { get; init; }

    /// <summary>What its violation does to the verdict on the data.</summary>
    /// <value>The default is <see cref="ConstraintSeverity.Error"/>.</value>
    public ConstraintSeverity Severity { get; init; }

    /// <summary>Why it is there, for whoever reads or edits it; empty for nothing to say.</summary>
    public string Note { get; init; } = "";

    /// <summary>The word for the kind in files and in the ids of rules: <c>range</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>The columns that it is about, in order; none where it is about the data set.</summary>
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>What is demanded, as the end of a sentence: <c>income is from 0 to 10</c>.</summary>
    public abstract string Demand { get; }

    /// <summary>Tells what is wrong with the constraint itself; <see langword="null"/> for nothing.</summary>
    internal virtual string? Fault() =>
        string.IsNullOrWhiteSpace(Id) ? "its id is empty"
        : !Enum.IsDefined(Severity) ? $"{(int)Severity} is not a {nameof(ConstraintSeverity)}"
        : Columns.Any(string.IsNullOrWhiteSpace) ? "the name of its column is empty"
        : null;
}

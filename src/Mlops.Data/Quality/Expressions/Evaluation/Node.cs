namespace Mlops.Data.Quality.Expressions.Evaluation;

/// <summary>A part of a rule that is bound to columns, and gives a value of one type for every row.</summary>
/// <remarks>
/// Evaluated a block of rows at a time into a span: doubles (NaN unknown), booleans as signed bytes (-1 unknown), times as
/// ticks (-1 unknown), texts (null unknown). Nodes own their scratch memory, so one tree belongs to one thread at a time.
/// </remarks>
internal abstract class Node
{
    /// <summary>The rows of a block at most.</summary>
    public const int BlockRows = 1024;

    public abstract NodeType Type { get; }
}

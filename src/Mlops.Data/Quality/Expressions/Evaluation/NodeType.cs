namespace Mlops.Data.Quality.Expressions.Evaluation;

/// <summary>The types of a rule.</summary>
internal enum NodeType
{
    Number,
    Boolean,
    Text,
    Time,
}

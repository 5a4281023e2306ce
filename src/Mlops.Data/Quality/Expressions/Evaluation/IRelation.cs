namespace Mlops.Data.Quality.Expressions.Evaluation;

/// <summary>Whether a comparison holds, by the sign of the order.</summary>
internal interface IRelation
{
    static abstract bool Holds(int order);
}

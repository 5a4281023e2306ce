namespace Mlops.Registry.Models;

/// <summary>A page of a search.</summary>
/// <typeparam name="T">What was searched for.</typeparam>
/// <param name="Items">What was found, in the order asked for.</param>
/// <param name="Next">What to ask for as <c>After</c> to get the next page; <see langword="null"/> when this is the last one.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

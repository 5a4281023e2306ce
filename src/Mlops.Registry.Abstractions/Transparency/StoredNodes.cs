namespace Mlops.Registry.Transparency;

/// <summary>Which nodes of the tree a store keeps, so that a verifier knows which must be there.</summary>
public enum StoredNodes
{
    /// <summary>Only such as are given: none is missed.</summary>
    Optional,

    /// <summary>All but the leaves, whose hashes stand beside the entries.</summary>
    Interior,

    /// <summary>All, the leaves included.</summary>
    All,
}

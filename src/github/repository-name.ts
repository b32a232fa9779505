/** A repository by the two names that GitHub's API takes apart. */
export interface RepositoryName {
  owner: string;
  name: string;
}

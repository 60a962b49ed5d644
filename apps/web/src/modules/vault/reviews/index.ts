export {
  type NewReviewSearch,
  type ReviewSearch,
  readNewReviewSearch,
  readReviewSearch,
} from './state/review-search.ts';
